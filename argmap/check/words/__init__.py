"""What rules need to know of the words of claims: languages, words, sentences, phrases, likeness."""
