package org.bnoracle.blocked;

import java.util.function.IntFunction;

/** The exact evaluation of one channel, made when it is first asked; asked by one thread at a time, and counted. */
final class Reference {
  private final IntFunction<ExactChannel> source;
  private final int channel;
  private final Tally tally;
  private ExactChannel exact;

  Reference(IntFunction<ExactChannel> source, int channel, Tally tally) {
    this.source = source;
    this.channel = channel;
    this.tally = tally;
  }

  synchronized double element(int i) {
    return exact().element(i);
  }

  synchronized double value(ChannelResult result) {
    return exact().value(result);
  }

  private ExactChannel exact() {
    tally.countExact();
    if (exact == null) {
      exact = source.apply(channel);
    }
    return exact;
  }
}
