/** Offenders. */
package org.gongshi.survey.house.planted.store;
