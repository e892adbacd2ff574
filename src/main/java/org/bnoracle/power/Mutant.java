package org.bnoracle.power;

import org.bnoracle.operation.Operation;

/**
 * The paper's text of an operation with another form at one site.
 *
 * @param place names the site
 */
public record Mutant(Operation operation, Site site, String place, Form form) {
  /** Where it differs from the text, and how. */
  public String label() {
    return "%s → %s".formatted(place, form.notation());
  }
}
