package org.safeconduct.agree;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An exercise that can be played: which document is said by whom, at what moment, in which record.
 *
 * <pre>
 *   scene ─► step: document ─► said by authors, each with a key of the exercise ─► record
 *     └────► moment at which all is looked at
 * </pre>
 *
 * @param folder where it and its documents lie
 * @param about what the exercise is, for whoever watches
 * @param authors names of their keys, by the word that steps use
 * @param records names of the logs, by the word that steps use; the first is meant where a step names none
 */
public record Playbook(
        Path folder,
        String title,
        String about,
        Map<String, String> authors,
        Map<String, String> records,
        List<Scene> scenes) {

    public Playbook {
        authors = Collections.unmodifiableMap(new LinkedHashMap<>(authors));
        records = Collections.unmodifiableMap(new LinkedHashMap<>(records));
        scenes = List.copyOf(scenes);
    }

    /**
     * What belongs together.
     *
     * @param note what to look at
     * @param at the moment at which it is looked at
     * @param compared two texts to be held beside each other
     */
    public record Scene(String title, String note, Instant at, Optional<Compared> compared, List<Step> steps) {
        public Scene {
            steps = List.copyOf(steps);
        }
    }

    /** Two texts, the one on the left first. */
    public record Compared(String left, String right) {}

    /**
     * A document is said, by each author in turn.
     *
     * @param document its file, from the playbook's folder
     * @param at when its authors say that they wrote it
     * @param rule that does not accept it, in words; empty if it is taken
     */
    public record Step(String document, List<String> by, String record, Instant at, String rule) {
        public Step {
            by = List.copyOf(by);
        }
    }
}
