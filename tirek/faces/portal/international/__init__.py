"""International bodies in public: missions, published reports and threads, as the newest edition or an earlier one tells them."""
