package org.gongshi.templates.site;

import org.gongshi.templates.frame.Frame;

/** A page of the public site: one kind for each kind of address. */
public sealed interface SitePage permits HomePage {

    Frame frame();

    /** The template that shows it. */
    String template();
}
