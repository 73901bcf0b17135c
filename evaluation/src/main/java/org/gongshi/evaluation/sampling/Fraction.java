package org.gongshi.evaluation.sampling;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongshi.evaluation.Require;

/** An exact fraction in lowest terms, not below 0: probabilities and weights are never rounded. Written {@code 3/40} or {@code 7}. */
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {
    public static final Fraction ONE = of(1, 1);
    private static final Pattern WRITTEN = Pattern.compile("(0|[1-9][0-9]{0,30})(?:/([1-9][0-9]{0,30}))?");

    public Fraction {
        Objects.requireNonNull(numerator, "numerator");
        Require.that(numerator.signum() >= 0 && denominator.signum() > 0, "a fraction is not below 0");
        BigInteger common = numerator.gcd(denominator);
        numerator = numerator.divide(common);
        denominator = denominator.divide(common);
    }

    public static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** The decimal, exactly. */
    public static Fraction of(BigDecimal decimal) {
        BigDecimal plain = decimal.scale() < 0 ? decimal.setScale(0) : decimal;
        return new Fraction(plain.unscaledValue(), BigInteger.TEN.pow(plain.scale()));
    }

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException when it is another
     */
    public static Fraction parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        Require.that(matcher.matches(), "a fraction is written 3/40: ", text);
        return new Fraction(
                new BigInteger(matcher.group(1)),
                matcher.group(2) == null ? BigInteger.ONE : new BigInteger(matcher.group(2)));
    }

    public Fraction plus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    public Fraction over(Fraction other) {
        return times(other.inverse());
    }

    /** @throws IllegalArgumentException for 0 */
    public Fraction inverse() {
        return new Fraction(denominator, numerator);
    }

    /** The smallest whole number that is not below it. */
    public long ceiling() {
        BigInteger[] parts = numerator.divideAndRemainder(denominator);
        return parts[0].longValueExact() + parts[1].signum();
    }

    /** Rounded to so many places, half up. */
    public BigDecimal decimal(int places) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), places, RoundingMode.HALF_UP);
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }
}
