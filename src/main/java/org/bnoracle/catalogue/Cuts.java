package org.bnoracle.catalogue;

import static org.bnoracle.operation.Slot.X;

import java.util.List;
import org.bnoracle.number.BinaryFormat;
import org.bnoracle.operation.Attribute;
import org.bnoracle.operation.Operation;

/** Data that several workers or several batches share. */
final class Cuts {
  private Cuts() {}

  /** One batch over several workers. */
  static List<Recipe> shards(BinaryFormat format) {
    double offset = Math.scalb(1.0, format.precision() / 2);
    return List.of(
        sharded("1 to 5 and 11: the mean of means is 7, the mean 13/3", List.of(5, 1), 6, 2)
            .fill(X, (draw, channel, i) -> (i == 5 ? 11 : i + 1) * (channel + 1)),
        sharded("three uneven shards", List.of(4, 1, 2), 7, 3),
        sharded("a worker without samples", List.of(3, 0, 2), 5, 2, 2).flags(Flags.SHARDS, Flags.SHARD_GRADIENTS, Flags.EMPTY_BATCH),
        sharded("the first and the last worker without samples", List.of(0, 4, 0), 4, 3),
        sharded("one sample a worker", List.of(1, 1, 1, 1), 4, 3).flags(Flags.SHARDS, Flags.SINGLE_SHARD),
        sharded("two equal shards", List.of(3, 3), 6, 2).flags(Flags.SHARD_GRADIENTS, Flags.SCALED_TWICE),
        sharded("one worker", List.of(5), 5, 3),
        sharded("the shards' means lie far apart", List.of(2, 3), 5, 2)
            .fill(X, (draw, channel, i) -> (i < 2 ? offset : -offset) + draw.bell()),
        sharded("each shard is constant", List.of(2, 3), 5, 2).fill(X, (draw, channel, i) -> i < 2 ? 1 : 2));
  }

  private static Recipe sharded(String comment, List<Integer> partition, int... dimensions) {
    return Recipe.of(comment, 0x1p-10, dimensions).with(Attribute.PARTITION, partition)
        .onlyFor(Operation.SYNCHRONISED_FORWARD, Operation.SYNCHRONISED_BACKWARD).flags(Flags.SHARDS, Flags.SHARD_GRADIENTS);
  }

  /** Batches whose statistics are averaged. */
  static List<Recipe> batches(BinaryFormat format) {
    double offset = Math.scalb(1.0, format.precision() / 2);
    return List.of(
        batched("two equal batches", List.of(3, 3), 6, 2), batched("uneven batches", List.of(2, 4, 1), 7, 3, 2),
        batched("two values a batch", List.of(2, 2, 2), 6, 3), batched("one batch", List.of(4), 4, 2, 2),
        batched("batches far apart", List.of(2, 3), 5, 2, 3)
            .fill(X, (draw, channel, i) -> (i < 6 ? offset : -offset) + draw.bell()).flags(Flags.LARGE_OFFSET),
        batched("1 to 5 and 11, 12", List.of(5, 2), 7, 1).fill(X, (draw, channel, i) -> i < 5 ? i + 1 : i + 6));
  }

  private static Recipe batched(String comment, List<Integer> sizes, int... dimensions) {
    return Recipe.of(comment, 0, dimensions).with(Attribute.BATCH_SIZES, sizes)
        .onlyFor(Operation.POPULATION).flags(Flags.RUNNING_VARIANCE_CONVENTION);
  }
}
