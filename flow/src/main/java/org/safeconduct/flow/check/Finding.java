package org.safeconduct.flow.check;

/** One thing that is wrong with a plan or its certificate. An empty list of findings is the only good answer. */
public sealed interface Finding {

    /** The finding in a sentence: where, what was found, what is allowed. */
    String text();

    /** What a plan has to keep. */
    enum Rule {
        FOREIGN_SOURCE("source", "units leave a source that is not the layer's"),
        BEFORE_RELEASE("source", "units leave before the release"),
        LEAVES_AFTER_HORIZON("source", "units leave after the last step"),
        SOURCE_AMOUNT("source", "units leave in all"),
        FOREIGN_SINK("sink", "units end in a sink that is not the layer's"),
        ENDS_AFTER_HORIZON("sink", "units end after the last step"),
        SINK_RATE("sink", "units end in one step"),
        SINK_LIMIT("sink", "units end in all"),
        UNKNOWN_ARC("arc", "units enter an arc that is not in the problem"),
        ARC_AFTER_HORIZON("arc", "units would come out after the last step"),
        ARC_CAPACITY("arc", "units enter in one step"),
        UNKNOWN_NODE("node", "units wait at a node that is not in the problem"),
        WAITS_PAST_HORIZON("node", "units would wait past the last step"),
        NODE_ROOM("node", "units wait from this step to the next"),
        NODE_THROUGHPUT("node", "units pass in one step"),
        CONSERVATION("node", "units more come in than go on");

        private final String noun;
        private final String what;

        Rule(String noun, String what) {
            this.noun = noun;
            this.what = what;
        }
    }

    /**
     * The plan breaks a rule.
     *
     * @param rule the rule
     * @param layer name of the layer, or {@link FlowChecker#ALL_LAYERS} for what they share
     * @param item number of the source, sink, arc or node
     * @param step first step in which it happens; for totals, the last step of the problem
     * @param found units, or the step found
     * @param allowed the most allowed, or the step allowed
     */
    record Breach(Rule rule, String layer, int item, int step, long found, long allowed) implements Finding {
        @Override
        public String text() {
            return "%s %d, step %d (%s): %s: found %d, allowed %d"
                    .formatted(rule.noun, item, step, layer, rule.what, found, allowed);
        }
    }

    /** What leads from one state to another. */
    enum Crossing {
        STOCK("source"),
        WAIT("wait at node"),
        THROUGHPUT("throughput of node"),
        ARC("arc"),
        SINK("sink");

        private final String noun;

        Crossing(String noun) {
            this.noun = noun;
        }
    }

    /**
     * Something without limit leads into the sink side of a cut, so that the cut bounds nothing.
     *
     * @param crossing what leads across
     * @param item its number
     * @param step the step in which it is entered
     * @param firstCut first cut it spoils
     * @param lastCut last cut it spoils
     */
    record OpenCut(Crossing crossing, int item, int step, int firstCut, int lastCut) implements Finding {
        @Override
        public String text() {
            return "cuts %d to %d: %s %d leads across in step %d without limit: the cut must have a limit everywhere"
                    .formatted(firstCut, lastCut, crossing.noun, item, step);
        }
    }

    /** A certificate that cannot be read as labels of this problem's states. */
    record BadCuts(String what, int item, long found, String remedy) implements Finding {
        @Override
        public String text() {
            return "cuts: %s %d: found %d: %s".formatted(what, item, found, remedy);
        }
    }

    /** The curve claims something else than the flow brings. {@code step} is the first where they differ. */
    record WrongCurve(int step, long claimed, long delivered) implements Finding {
        @Override
        public String text() {
            return "step %d: the curve claims %d arrived, the flow brings %d".formatted(step, claimed, delivered);
        }
    }

    /** The curve does not have one number for each step. */
    record CurveLength(int found, int expected) implements Finding {
        @Override
        public String text() {
            return "the curve has %d numbers: give %d, one for each step".formatted(found, expected);
        }
    }

    /** The cut of a step does not prove the curve there: its capacity is not what the curve claims. */
    record LooseCut(int step, long claimed, long capacity) implements Finding {
        @Override
        public String text() {
            return "step %d: the curve claims %d, the cut proves no more than %d".formatted(step, claimed, capacity);
        }
    }

    /** Further findings, not listed. */
    record More(long count) implements Finding {
        @Override
        public String text() {
            return "and " + count + " more";
        }
    }
}
