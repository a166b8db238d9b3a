package org.safeconduct.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.zip.GZIPInputStream;
import org.safeconduct.flow.FlowProblem;
import org.safeconduct.flow.FlowProblem.Node;
import org.safeconduct.flow.Profile;
import org.safeconduct.flow.Rate;

/**
 * Reads a flow-over-time instance.
 *
 * <pre>
 *   p 28 82 480 60.0                  28 nodes, 82 arcs, last step 480, steps of 60 s
 *   a 0 1 6 43                        arc from 0 to 1, 6 steps, 43 per step
 *   a 0 2 4 39 w 2 0 126 269 481      the same, open in the steps 0 … 125 and 269 … 480
 *   a 24 24 1 200                     a loop of one step: 200 can wait at 24
 *   s 10 3513 0                       3,513 units at node 10 from step 0 on
 *   t 25 -1                           a sink without limit at node 25
 * </pre>
 */
public final class InstanceFile {
    private record Line(int tail, int head, int transit, Profile capacity) {}

    private InstanceFile() {}

    /** Reads a file that is packed with gzip. */
    public static FlowProblem read(Path file) throws IOException {
        try (Reader in = new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file), 1 << 16), StandardCharsets.US_ASCII)) {
            return read(in);
        }
    }

    static FlowProblem read(Reader text) throws IOException {
        BufferedReader in = new BufferedReader(text, 1 << 16);
        StringTokenizer first = new StringTokenizer(in.readLine());
        first.nextToken();
        int nodes = number(first);
        int arcs = number(first);
        FlowProblem.Builder problem = FlowProblem.over(number(first));
        int[] room = new int[nodes];
        List<Line> lines = new ArrayList<>(arcs);
        Map<Integer, Profile> steady = new HashMap<>();
        List<StringTokenizer> ends = new ArrayList<>();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            StringTokenizer words = new StringTokenizer(line);
            if (line.startsWith("a ")) {
                readArc(words, room, lines, steady);
            } else {
                ends.add(words);
            }
        }
        for (int capacity : room) {
            problem.node(new Node(capacity, Profile.unlimited()));
        }
        lines.forEach(line -> problem.arc(line.tail(), line.head(), line.transit(), line.capacity()));
        for (StringTokenizer words : ends) {
            if (words.nextToken().equals("s")) {
                problem.source(number(words), number(words), number(words));
            } else {
                problem.sink(number(words));
            }
        }
        return problem.build();
    }

    private static void readArc(StringTokenizer words, int[] room, List<Line> lines, Map<Integer, Profile> steady) {
        words.nextToken();
        int tail = number(words);
        int head = number(words);
        int transit = number(words);
        int capacity = number(words);
        if (tail == head && transit == 1 && !words.hasMoreTokens()) {
            room[tail] = capacity;
        } else {
            Profile profile = words.hasMoreTokens()
                    ? profile(words, capacity)
                    : steady.computeIfAbsent(capacity, Profile::always);
            lines.add(new Line(tail, head, transit, profile));
        }
    }

    private static Profile profile(StringTokenizer words, int capacity) {
        Rate rate = Rate.perStep(capacity);
        words.nextToken();
        Profile profile = Profile.closed();
        for (int windows = number(words); windows > 0; windows--) {
            profile = profile.from(number(words), rate).from(number(words), Rate.NONE);
        }
        return profile;
    }

    private static int number(StringTokenizer words) {
        return Integer.parseInt(words.nextToken());
    }
}
