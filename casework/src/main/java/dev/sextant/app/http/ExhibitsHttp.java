package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.custody.Custody;
import org.springframework.web.bind.annotation.RestController;

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
