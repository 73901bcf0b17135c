package org.gongshi.survey.house.planted.response;

import org.gongshi.survey.house.planted.access.Code;

/** An answer that knows its code. */
public record Sheet(Code code) {}
