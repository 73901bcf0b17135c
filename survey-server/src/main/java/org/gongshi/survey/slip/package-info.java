/** What is printed of access codes (访问码条): slips with QR, tables for the printer; no name anywhere. */
package org.gongshi.survey.slip;
