package dev.sextant.app.http;

import dev.sextant.app.House;
import dev.sextant.authority.Actor;
import dev.sextant.authority.Rules;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The container's root: what of the house the HTTP side needs, and nothing of its database. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan
public class HttpSide {
  @Bean
  PermitDesk permitDesk(House house) {
    return new PermitDesk(house.clock(), house::logFault, house.authority().houseDeeds());
  }

  @Bean
  PasswordEncoder passwords() {
    // The cost of stored passwords: an unknown log-in then takes as long as a known one.
    return new BCryptPasswordEncoder(Rules.defaults().passwordCost());
  }

  @Bean
  SignInPace signInPace(House house) {
    return new SignInPace(house.clock());
  }

  @Bean
  UserDetailsService signers(House house, SignInPace pace) {
    return login -> {
      pace.require(login);
      Actor actor =
          house
              .authority()
              .people()
              .byLogin(login)
              .orElseThrow(() -> new UsernameNotFoundException("nobody has this log-in"));
      return new Signed(actor, house.authority().people().passwordHash(actor.id()));
    };
  }
}
