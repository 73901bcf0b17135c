/** The frame of a draw from tables of an office (CSV, XLSX), and the replay of a record; the only door to fastexcel-reader. */
package org.gongshi.survey.sample;
