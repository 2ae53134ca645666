"""Ground floor: rules, figures, proof, seal. Plain Python; it knows neither Django nor the outside world."""
