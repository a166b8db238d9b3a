package org.safeconduct.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Does the same for each of many numbers, several at a time. */
final class Threads {
    private Threads() {}

    /** Calls {@code task} with 0 … count − 1, each once, in any order; what one call throws ends all. */
    static void each(int count, int threads, IntConsumer task) {
        int several = Math.min(threads, count);
        if (several <= 1) {
            for (int i = 0; i < count; i++) {
                task.accept(i);
            }
            return;
        }
        AtomicInteger next = new AtomicInteger();
        Runnable work = () -> {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                task.accept(i);
            }
        };
        try (ExecutorService pool = Executors.newFixedThreadPool(several)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < several; i++) {
                all.add(pool.submit(work));
            }
            for (Future<?> each : all) {
                await(each, () -> next.set(count));
            }
        }
    }

    private static void await(Future<?> work, Runnable stop) {
        try {
            work.get();
        } catch (ExecutionException failed) {
            stop.run();
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("a thread failed", failed.getCause());
        } catch (InterruptedException interrupted) {
            stop.run();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
