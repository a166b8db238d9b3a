package org.safeconduct.terms;

/** Who may see a text, a plan or an entry. From the narrowest circle to the widest. */
public enum Label {
    /** One team only. */
    INTERNAL,
    /** The facilitator and one party. */
    BILATERAL,
    /** The parties and the facilitator: the default for lists of where people will be. */
    PARTIES,
    /** Everyone. */
    PUBLIC
}
