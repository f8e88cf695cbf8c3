"""Questions across books, answered as frozen values. No SQL, no sentence: front ends word and draw what comes out."""
