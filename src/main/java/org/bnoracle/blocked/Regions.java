package org.bnoracle.blocked;

import java.util.Arrays;
import java.util.function.Supplier;

/** Goes through the regions of a layout: several at a time where there are enough, else one by one with all threads. */
final class Regions {
  private Regions() {}

  /** What is done with a region. */
  interface RegionWork {
    void run(int region, Team team);
  }

  static void each(Engine engine, Layout layout, Supplier<Visit> visits, RegionWork work) {
    int threads = Math.min(engine.threads, Math.max(layout.regions(), layout.blocks()));
    Visit[] all = new Visit[threads];
    Arrays.setAll(all, i -> visits.get());
    if (layout.regions() >= 2 * threads) {
      Workers.run(threads, layout.regions(), (worker, region) -> work.run(region, new Team(all[worker])));
      return;
    }
    for (int region = 0; region < layout.regions(); region++) {
      work.run(region, new Team(all));
    }
  }
}
