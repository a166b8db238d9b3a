/** What a party that trusts nobody must read: the nouns now; the record, its rules and its verifier to come. */
module org.safeconduct.trust {
    requires static org.jspecify;

    exports org.safeconduct.terms;
}
