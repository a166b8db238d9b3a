package org.safeconduct.road;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

/**
 * Goes through a {@code .osm.pbf} file for its ways, or for its nodes. Blobs are unpacked and read on all processors, a few at a time, so that memory
 * does not grow with the file; ways are handed on in the order of the file.
 */
final class PbfPasses implements OsmPasses {
    private static final int THREADS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 8);
    private static final int IN_WORK = 2 * THREADS;

    private final Path file;
    private final String name;

    /** Blobs with nodes in them, and with ways or relations, known after the first pass. */
    private final BitSet withNodes = new BitSet();

    private final BitSet withWays = new BitSet();
    private boolean isKnown;

    PbfPasses(Path file) {
        this.file = file;
        this.name = String.valueOf(file.getFileName());
    }

    @Override
    public void ways(OsmSink sink) throws IOException, RoadProblems {
        pass(PbfBlock.Part.WAYS, withWays, () -> new HeldWays(sink));
    }

    @Override
    public void nodes(OsmSink sink) throws IOException, RoadProblems {
        pass(PbfBlock.Part.NODES, withNodes, () -> new HeldWays(sink));
    }

    @Override
    public void inside(InsideIds ids) throws IOException, RoadProblems {
        pass(PbfBlock.Part.NODES, withNodes, ids::block);
    }

    /** What came of a blob. */
    private record Outcome(int blob, PbfBlock.Holds holds, OsmBlock taken) {}

    private void pass(PbfBlock.Part part, BitSet wanted, Supplier<OsmBlock> sinks) throws IOException, RoadProblems {
        BlockingQueue<PbfBlob> readers = new LinkedBlockingQueue<>();
        for (int i = 0; i < THREADS; i++) {
            readers.add(new PbfBlob(name));
        }
        Deque<Future<Outcome>> inWork = new ArrayDeque<>();
        try (PbfFile blobs = new PbfFile(file);
                ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
            try {
                int number = 0;
                for (Optional<PbfFile.Blob> next = blobs.next(); next.isPresent(); next = blobs.next()) {
                    int blob = number++;
                    if (isKnown && !wanted.get(blob)) {
                        continue;
                    }
                    PbfFile.Blob content = next.get();
                    inWork.add(pool.submit(() -> work(blob, content, part, sinks.get(), readers)));
                    if (inWork.size() > IN_WORK) {
                        finish(inWork.remove());
                    }
                }
                while (!inWork.isEmpty()) {
                    finish(inWork.remove());
                }
                isKnown = true;
            } finally {
                pool.shutdownNow();
            }
        } finally {
            readers.forEach(PbfBlob::close);
        }
    }

    private static Outcome work(
            int number, PbfFile.Blob blob, PbfBlock.Part part, OsmBlock sink, BlockingQueue<PbfBlob> readers)
            throws RoadProblems, InterruptedException {
        PbfBlob reader = readers.take();
        try {
            return new Outcome(number, reader.read(blob, part, sink), sink);
        } finally {
            readers.add(reader);
        }
    }

    private void finish(Future<Outcome> future) throws RoadProblems {
        try {
            Outcome outcome = future.get();
            withNodes.set(outcome.blob, outcome.holds.nodes());
            withWays.set(outcome.blob, outcome.holds.ways());
            outcome.taken.release();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RoadProblems problems) {
                throw problems;
            }
            if (e.getCause() instanceof OutOfMemoryError full) {
                throw full;
            }
            throw new IllegalStateException("a block of " + name, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("reading " + name + " was interrupted", e);
        }
    }
}
