package planted.doors;

/** Comes in beside every door. */
public final class Burglar {
    tools.jackson.core.JsonParser parser;
    org.apache.commons.math3.distribution.NormalDistribution law;
    java.security.MessageDigest digest;
}
