/** What a party that trusts nobody must read: the nouns, the record, its verifier. The rules are to come. */
module org.safeconduct.trust {
    requires static org.jspecify;

    exports org.safeconduct.record;
    exports org.safeconduct.terms;
    exports org.safeconduct.verify;
}
