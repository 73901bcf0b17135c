/** Page models of the office console (办公室控制台): what clerks, reviewers, analysts, coordinators and auditors see. */
package org.gongshi.templates.office;
