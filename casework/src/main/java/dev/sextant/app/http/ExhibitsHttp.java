package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.app.Program;
import dev.sextant.app.http.Views.CodedText;
import dev.sextant.app.http.Views.CountsView;
import dev.sextant.app.http.Views.CustodyEntryView;
import dev.sextant.app.http.Views.ExhibitView;
import dev.sextant.app.http.Views.JobView;
import dev.sextant.app.http.Views.PlacedFault;
import dev.sextant.app.http.Views.ReadReportView;
import dev.sextant.app.http.Views.SectionCount;
import dev.sextant.authority.Permit;
import dev.sextant.custody.Acquisition;
import dev.sextant.custody.Custody;
import dev.sextant.custody.CustodyEntry;
import dev.sextant.custody.Exhibit;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.ExhibitId;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Exhibits: sealed, read, and who touched them. */
@RestController
class ExhibitsHttp {
  private final House house;

  ExhibitsHttp(House house) {
    this.house = house;
  }

  private Custody custody() {
    return house.rooms().custody();
  }
}
