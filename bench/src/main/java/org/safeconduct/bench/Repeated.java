package org.safeconduct.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/** Measures something that is done by several threads: once cold, then warm, the best of at least three for four seconds. */
final class Repeated {
    private static final int LEAST = 3;
    private static final double SECONDS = 4;

    private Repeated() {}

    /** What is measured; returns seconds of it that do not count. */
    interface Task {
        double run() throws IOException;
    }

    /** Puts cold, coldCpu, peak and warm. */
    static void measure(Measured measured, Task task) throws IOException {
        once(measured, task);
        double best = Double.POSITIVE_INFINITY;
        long begin = System.nanoTime();
        for (int i = 0; i < LEAST || (System.nanoTime() - begin) / 1e9 < SECONDS; i++) {
            long start = System.nanoTime();
            double without = task.run();
            best = Math.min(best, (System.nanoTime() - start) / 1e9 - without);
        }
        measured.put("warm", best);
    }

    /** Puts cold, coldCpu and peak. */
    static void once(Measured measured, Task task) throws IOException {
        long clock = System.nanoTime();
        long cpu = cpu();
        double aside = task.run();
        measured.put("cold", (System.nanoTime() - clock) / 1e9 - aside);
        measured.put("coldCpu", (cpu() - cpu) / 1e9 - aside);
        measured.putPeakMegabytes("peak");
    }

    /** Processor time of all threads of this process so far, in nanoseconds. */
    static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
