/** What a party that trusts nobody must read: the nouns, the record, the rules, the verifier. */
module org.safeconduct.trust {
    requires static org.jspecify;

    exports org.safeconduct.accord;
    exports org.safeconduct.record;
    exports org.safeconduct.terms;
    exports org.safeconduct.verify;
}
