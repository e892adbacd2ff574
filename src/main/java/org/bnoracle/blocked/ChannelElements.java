package org.bnoracle.blocked;

/** The elements of one channel: how a kernel gets them, and who decides those that it leaves open. */
interface ChannelElements {
  ElementMap map();

  /** The result for element i of the channel, with its x and dy, 0 where there is no dy. */
  double element(int i, double x, double dy);
}
