package dev.sextant.app.cli;

import dev.sextant.records.reader.mapping.MappingProfile;
import dev.sextant.records.reader.mapping.ProfileDraft;
import dev.sextant.records.reader.mapping.Profiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Mapping profiles by name or file, for work without a case. */
final class ProfileFiles {
  /** Where profiles are saved if nobody says another folder. */
  static final String FOLDER = "sextant-profiles";

  /** The name that stands for what the columns suggest. */
  static final String GUESS = "guess";

  private final Path folder;

  ProfileFiles(Path folder) {
    this.folder = folder;
  }

  /** The profile saved or shipped under a name, or written in a file. */
  MappingProfile find(String named) throws IOException {
    Path saved = folder.resolve(named + ".yaml");
    if (named.matches("[a-z0-9][a-z0-9.-]{0,39}") && Files.isRegularFile(saved)) {
      return MappingProfile.parse(Files.readString(saved));
    }
    Optional<MappingProfile> shipped = Profiles.shipped().named(named);
    if (shipped.isPresent()) {
      return shipped.get();
    }
    Path file = Path.of(named);
    if (!Files.isRegularFile(file) || Files.size(file) > MappingProfile.MOST_CHARACTERS) {
      throw new CliFault(
          "SX-CLI-PROFILE",
          "no such mapping profile",
          "profile",
          named,
          "give the name of a saved one, or a file; `sextant map FILE --save NAME` makes one");
    }
    return MappingProfile.parse(Files.readString(file));
  }

  /** Saves a profile under its name; a version saved before is not written over. */
  Path save(MappingProfile profile) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(profile.name() + ".yaml");
    if (Files.exists(file)) {
      MappingProfile before = MappingProfile.parse(Files.readString(file));
      if (before.digest().equals(profile.digest())) {
        return file;
      }
      Path kept = folder.resolve(before.name() + "-v" + before.version() + ".yaml");
      if (before.version() >= profile.version() || Files.exists(kept)) {
        throw new CliFault(
            "SX-CLI-PROFILE",
            "another profile of this name is saved",
            file.toString(),
            "version " + before.version(),
            "save it under another name, or count its version up");
      }
      Files.move(file, kept);
    }
    Files.writeString(file, ProfileDraft.yaml(profile));
    return file;
  }
}
