package org.safeconduct.accord;

import java.util.List;

/**
 * A party with those who decide for it.
 *
 * @param party its id
 * @param name of the party
 * @param offices of its principals
 * @param needs how many of them decide
 */
public record Signatory(String party, String name, List<String> offices, int needs) {
    public Signatory {
        offices = List.copyOf(offices);
    }
}
