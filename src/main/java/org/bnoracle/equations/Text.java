package org.bnoracle.equations;

/** One way of writing the equations down, over any arithmetic. */
@FunctionalInterface
public interface Text {
  /** The paper's. */
  Text PAPER = Equations::new;

  <T> Equations<T> over(Arithmetic<T> arithmetic);
}
