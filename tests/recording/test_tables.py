from keras_activations.recording.tables import markdown_table


def test_table_is_aligned_markdown():
    table = markdown_table(["name", "n"], [["relu", "1"], ["a|b", "20"]])
    assert table.splitlines() == [
        "| name |  n |",
        "|:-----|---:|",
        "| relu |  1 |",
        r"| a\|b | 20 |",
    ]
