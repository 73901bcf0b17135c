package planted.survey;

/** A class of the other program. */
public final class Answers {}
