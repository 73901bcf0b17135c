/** What an operator does so that nothing is lost and nothing is kept too long (运维): backup, restore, doctor, destroy. */
package org.gongshi.survey.upkeep;
