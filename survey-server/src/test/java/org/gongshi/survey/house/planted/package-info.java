/** Offenders: each breaks rules of the house on purpose. */
package org.gongshi.survey.house.planted;
