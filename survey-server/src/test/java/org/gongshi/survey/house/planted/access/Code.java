package org.gongshi.survey.house.planted.access;

import org.gongshi.survey.house.planted.response.Sheet;

/** Closes the circle between codes and answers. */
public record Code(Sheet sheet) {}
