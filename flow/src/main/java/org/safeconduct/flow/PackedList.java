package org.safeconduct.flow;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.RandomAccess;
import org.safeconduct.flow.CutFamily.LabelRun;
import org.safeconduct.flow.FlowOverTime.Run;

/**
 * A list of small records kept as bare ints, since a plan for a city has millions of runs. An element is made anew each time it is asked for. Immutable.
 */
final class PackedList<E> extends AbstractList<E> implements RandomAccess {

    /** How an element is written as ints. */
    interface Form<E> {
        int fields();

        void write(E element, IntList values);

        E read(int[] values, int at);
    }

    static final Form<Run> RUN = new Form<>() {
        @Override
        public int fields() {
            return 4;
        }

        @Override
        public void write(Run run, IntList values) {
            values.add(run.item());
            values.add(run.from());
            values.add(run.to());
            values.add(run.amount());
        }

        @Override
        public Run read(int[] values, int at) {
            return new Run(values[at], values[at + 1], values[at + 2], values[at + 3]);
        }
    };

    static final Form<LabelRun> LABEL_RUN = new Form<>() {
        @Override
        public int fields() {
            return 5;
        }

        @Override
        public void write(LabelRun run, IntList values) {
            values.add(run.node());
            values.add(run.from());
            values.add(run.to());
            values.add(run.label());
            values.add(run.rise());
        }

        @Override
        public LabelRun read(int[] values, int at) {
            return new LabelRun(values[at], values[at + 1], values[at + 2], values[at + 3], values[at + 4]);
        }
    };

    private final Form<E> form;
    private final int[] values;

    /** The elements that were written to {@code values}, which is empty then. */
    PackedList(Form<E> form, IntList values) {
        this.form = form;
        this.values = values.handOver();
    }

    static <E> PackedList<E> copyOf(Form<E> form, Collection<E> elements) {
        if (elements instanceof PackedList<E> packed && packed.form.equals(form)) {
            return packed;
        }
        IntList values = new IntList();
        for (E element : elements) {
            form.write(element, values);
        }
        return new PackedList<>(form, values);
    }

    @Override
    public E get(int index) {
        Objects.checkIndex(index, size());
        return form.read(values, index * form.fields());
    }

    @Override
    public int size() {
        return values.length / form.fields();
    }

    @Override
    public boolean equals(Object other) {
        boolean alike = other instanceof PackedList<?> packed && packed.form.equals(form);
        return alike ? Arrays.equals(values, ((PackedList<?>) other).values) : super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
