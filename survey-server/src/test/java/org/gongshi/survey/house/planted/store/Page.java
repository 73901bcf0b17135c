package org.gongshi.survey.house.planted.store;

import gg.jte.TemplateEngine;
import io.javalin.http.Context;
import org.gongshi.templates.site.HomePage;

/** A store that draws pages, even the public site's. */
public record Page(Context context, TemplateEngine engine, HomePage home) {}
