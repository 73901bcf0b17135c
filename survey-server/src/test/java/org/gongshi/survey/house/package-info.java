/** The rules of the house that concern the survey server, each with an offender that proves it can fail. */
package org.gongshi.survey.house;
