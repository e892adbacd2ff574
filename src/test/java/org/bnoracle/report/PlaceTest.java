package org.bnoracle.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.bnoracle.operation.Case;
import org.bnoracle.operation.CaseBuilder;
import org.bnoracle.operation.Operation;
import org.bnoracle.operation.Slot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {
  /** Two batches of three channels of two positions: value i of a channel is at batch i / 2, position i mod 2. */
  private static final Case QUESTION =
      CaseBuilder.of(Operation.TRAINING_FORWARD, 2, 3, 2).input(Slot.X, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11).build();

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"y[0,0,0] | 0 | 0", "y[0,2,1] | 2 | 1", "y[1,0,0] | 0 | 2", "y[1,2,1] | 2 | 3", "y[ 1, 1, 0 ] | 1 | 2"})
  void aValueOfTheDataHasAChannelAndAPlaceInIt(String text, int channel, int i) {
    Place place = Place.parse(text, QUESTION);
    assertEquals(new Place(text, Slot.Y, channel, i), place);
    assertEquals(text, place.toString());
  }

  @Test
  void aValueOfAChannelHasTheFirstPlace() {
    assertEquals(new Place("inverse_std[2]", Slot.INVERSE_STD, 2, 0), Place.parse("inverse_std[2]", QUESTION));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "y               | a place is written like dx[1,3,0], was 'y'",
    "y[]             | a place is written like dx[1,3,0], was 'y[]'",
    "y[0,-1,0]       | a place is written like dx[1,3,0], was 'y[0,-1,0]'",
    "y[0,0,0         | a place is written like dx[1,3,0], was 'y[0,0,0'",
    "y[0,,0]         | a place is written like dx[1,3,0], was 'y[0,,0]'",
    "y[0,0,0,]       | a place is written like dx[1,3,0], was 'y[0,0,0,]'",
    "y[0,0,99999999999] | a place is written like dx[1,3,0], was 'y[0,0,99999999999]'",
    "y[0,0]          | [0, 0] has 2 coordinates, the shape [2, 3, 2] needs 3",
    "y[0,3,0]        | [0, 3, 0] lies outside the shape [2, 3, 2]",
    "mean[3]         | [3] lies outside the shape [3]",
    "dx[0,0,0]       | test has no output 'dx', it has: y, mean, variance, inverse_std",
    "x[0,0,0]        | test has no output 'x', it has: y, mean, variance, inverse_std",
    "running_mean[0] | test has no output 'running_mean', it has: y, mean, variance, inverse_std",
    "z[0]            | test has no output 'z', it has: y, mean, variance, inverse_std"
  })
  void whatIsNoPlaceIsSaid(String text, String message) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, () -> Place.parse(text, QUESTION)).getMessage());
  }
}
