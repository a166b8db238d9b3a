package org.safeconduct.plan;

import java.util.List;

/**
 * What is left if roads are lost before the day begins, and everybody knows. People are most that any plan could bring out then, so what is lost is lost at the least.
 *
 * @param version id of the version
 * @param draw what was drawn
 * @param used roads on which anybody moves
 * @param before most people out if no road is lost
 * @param half in half of the cases at most so many, or fewer, get out
 * @param oneOfTwenty in one case of twenty at most so many, or fewer, get out
 * @param least in the worst case at most so many get out
 * @param worst the roads whose loss alone costs most, most first
 */
public record LostRoads(
        String version, Draw draw, int used, long before, long half, long oneOfTwenty, long least, List<Loss> worst) {

    /**
     * Cases drawn by chance from the roads in use, each road as likely as any other; the same seed draws the same.
     *
     * @param cases how many
     * @param roads how many different roads are lost in each
     */
    public record Draw(int cases, int roads, long seed) {}

    /**
     * A road that is lost alone.
     *
     * @param segment its id
     * @param atMost most people that any plan can still bring out
     */
    public record Loss(String segment, long atMost) {}

    public LostRoads {
        worst = List.copyOf(worst);
    }
}
