package dev.sextant.app.http;

import dev.sextant.authority.Refused;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.Fault;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns every fault into one shape over HTTP: code, what, place, value, cure. */
@RestControllerAdvice
class Refusals {
  /**
   * What the browser is told when something is refused or fails.
   *
   * @param code stable code
   * @param what what went wrong, in a few words
   * @param place where
   * @param value the value that caused it
   * @param cure what to do
   */
  record ErrorBody(String code, String what, String place, String value, String cure) {
    static ErrorBody of(Fault fault) {
      return new ErrorBody(fault.code(), fault.what(), fault.place(), fault.value(), fault.cure());
    }
  }

  @ExceptionHandler(Fault.class)
  ResponseEntity<ErrorBody> fault(Fault fault) {
    // Said outright: whoever asked for a stream takes nothing else, and is to hear why there is
    // none.
    return ResponseEntity.status(status(fault))
        .contentType(MediaType.APPLICATION_JSON)
        .body(ErrorBody.of(fault));
  }

  /* The code's family decides: refusals of the law are 403, things that are not there 404, a state
   * that does not allow the step 409, everything else that the caller can mend 422. */
  private static HttpStatusCode status(Fault fault) {
    String code = fault.code();
    if (code.endsWith("-ABSENT")) {
      return HttpStatus.NOT_FOUND;
    }
    if (code.endsWith("-STATE")) {
      return HttpStatus.CONFLICT;
    }
    if (fault instanceof BadValue) {
      return HttpStatus.UNPROCESSABLE_CONTENT;
    }
    return code.startsWith("SX-AUTH-") || fault instanceof Refused
        ? HttpStatus.FORBIDDEN
        : HttpStatus.UNPROCESSABLE_CONTENT;
  }

  @ExceptionHandler(HttpMessageNotReadableException.class)
  ResponseEntity<ErrorBody> unreadable(
      HttpMessageNotReadableException e, HttpServletRequest request) {
    return ResponseEntity.badRequest()
        .body(
            new ErrorBody(
                "SX-HTTP-BODY",
                "the request's body cannot be read",
                request.getRequestURI(),
                "",
                "send JSON with the fields that /v3/api-docs names"));
  }

  @ExceptionHandler({MethodArgumentTypeMismatchException.class, BindException.class})
  ResponseEntity<ErrorBody> mistyped(Exception e, HttpServletRequest request) {
    String name =
        e instanceof MethodArgumentTypeMismatchException mismatch ? mismatch.getName() : "query";
    return ResponseEntity.badRequest()
        .body(
            new ErrorBody(
                "SX-HTTP-PARAMETER",
                "a parameter is not of its type",
                request.getRequestURI() + " " + name,
                "",
                "see /v3/api-docs for the routes and their parameters"));
  }

  @ExceptionHandler(Exception.class)
  ResponseEntity<ErrorBody> other(Exception e, HttpServletRequest request) throws Exception {
    if (e instanceof ErrorResponse response) {
      HttpStatusCode status = response.getStatusCode();
      return ResponseEntity.status(status)
          .body(
              new ErrorBody(
                  "SX-HTTP-" + status.value(),
                  String.valueOf(response.getBody().getTitle()),
                  request.getRequestURI(),
                  "",
                  "see /v3/api-docs for the routes and their parameters"));
    }
    // Spring Security's own exceptions must reach its filters; the rest is a defect and is logged
    // by the container with its trace, while the caller learns only that it happened.
    throw e;
  }
}
