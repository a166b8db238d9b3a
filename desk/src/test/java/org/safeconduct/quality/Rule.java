package org.safeconduct.quality;

/** One rule of tidiness: looks at everything, notes what it finds, stops at nothing. */
interface Rule {

    void check(Repository repository, JavaSources sources, Findings findings);
}
