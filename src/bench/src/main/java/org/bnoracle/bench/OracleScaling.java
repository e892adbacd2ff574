package org.bnoracle.bench;

import java.util.concurrent.TimeUnit;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Case;
import org.bnoracle.operation.Operation;
import org.bnoracle.oracle.Evaluation;
import org.bnoracle.oracle.Oracle;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Milliseconds for f32 training-forward of more and more elements, as ten channels of a tenth of them each. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 4)
@Fork(1)
public class OracleScaling {
  private static final int CHANNELS = 10;

  @Param({"10000", "100000", "1000000", "10000000"})
  public int elements;

  private Case question;

  @Setup
  public void prepare() {
    question = Data.of(Operation.TRAINING_FORWARD, BinaryFormat.F32, CHANNELS, elements / CHANNELS);
  }

  @Benchmark
  public Evaluation all() {
    return Oracle.evaluate(question);
  }
}
