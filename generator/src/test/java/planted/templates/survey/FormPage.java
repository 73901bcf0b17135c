package planted.templates.survey;

/** A page of the survey. */
public final class FormPage {}
