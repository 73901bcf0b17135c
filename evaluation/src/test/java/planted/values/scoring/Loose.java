package planted.values.scoring;

/** No record, not final, with a setter, a field that changes and a binary fraction. */
public class Loose {
    private double score;

    public void setScore(double score) {
        this.score = score;
    }

    public double score() {
        return score;
    }
}
