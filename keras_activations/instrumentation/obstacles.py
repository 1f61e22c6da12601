"""Two reasons why an activation is not watched that nobody needs to hear."""

BUILDING = "only called while a layer was being built"
FORMULA = "part of the formula of a recurrent layer"
